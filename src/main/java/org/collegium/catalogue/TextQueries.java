package org.collegium.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Builds queries from the words of a question. A word weighs most in a title, and as it is written. */
final class TextQueries {

    private static final Map<String, Float> WEIGHTS = Map.of(
            TextIndex.TITLE,
            6f,
            TextIndex.SKILLS,
            4f,
            TextIndex.PARTNER,
            3f,
            TextIndex.SUMMARY,
            2f,
            TextIndex.BODY,
            1f);

    private static final float BEGUN = 0.7f;
    private static final float SLIPPED = 0.35f;
    private static final int LEAST_FOR_ONE_SLIP = 4;
    private static final int LEAST_FOR_TWO_SLIPS = 8;
    private static final int MOST_VARIANTS = 40;

    /** Words so common that a course need not have them. */
    private static final Set<String> COMMON = Set.of(
            "a", "an", "and", "are", "as", "at", "by", "for", "from", "how", "i", "in", "is", "it", "my", "of", "on",
            "or", "the", "to", "what", "with", "der", "die", "das", "und", "mit", "von", "für", "el", "la", "los",
            "las", "de", "y", "le", "les", "des", "et", "du");

    private TextQueries() {}

    static Query all(List<String> words) {
        return combined(words, Occur.MUST);
    }

    static Query any(List<String> words) {
        return combined(words, Occur.SHOULD);
    }

    private static Query combined(List<String> words, Occur occur) {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        boolean onlyCommon = COMMON.containsAll(words);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            boolean last = index == words.size() - 1;
            boolean needed = onlyCommon || last || !COMMON.contains(word);
            query.add(word(word), needed ? occur : Occur.SHOULD);
        }
        if (occur == Occur.SHOULD) {
            query.setMinimumNumberShouldMatch(1);
        }
        return query.build();
    }

    private static Query word(String word) {
        List<Query> places = WEIGHTS.entrySet().stream()
                .map(weight -> (Query) new BoostQuery(forms(new Term(weight.getKey(), word)), weight.getValue()))
                .toList();
        return new DisjunctionMaxQuery(places, 0.1f);
    }

    /** The word as it is, as the beginning of a longer one, or with a slip or two. */
    private static Query forms(Term term) {
        int length = term.text().length();
        BooleanQuery.Builder forms = new BooleanQuery.Builder();
        forms.add(new TermQuery(term), Occur.SHOULD);
        if (length >= 2) {
            forms.add(new BoostQuery(new PrefixQuery(term), BEGUN), Occur.SHOULD);
        }
        if (length >= LEAST_FOR_ONE_SLIP) {
            int slips = length >= LEAST_FOR_TWO_SLIPS ? 2 : 1;
            Query slipped = new FuzzyQuery(term, slips, 0, MOST_VARIANTS, true);
            forms.add(new BoostQuery(slipped, SLIPPED), Occur.SHOULD);
        }
        return forms.build();
    }
}
