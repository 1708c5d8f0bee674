package org.collegium.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
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
    private static final int LEAST_FOR_BEGINNING = 2;
    private static final int LEAST_FOR_ONE_SLIP = 4;
    private static final int LEAST_FOR_TWO_SLIPS = 8;
    private static final int MOST_VARIANTS = 40;

    /** Words so common that a course need not have them. */
    private static final Set<String> COMMON = Set.of(
            "a", "an", "and", "are", "as", "at", "by", "for", "from", "how", "i", "in", "is", "it", "my", "of", "on",
            "or", "the", "to", "what", "with", "der", "die", "das", "und", "mit", "von", "für", "el", "la", "los",
            "las", "de", "y", "le", "les", "des", "et", "du");

    private TextQueries() {}

    /** Finds entries that have every word. */
    static Query all(List<String> words, IndexSearcher searcher) throws IOException {
        return combined(words, Occur.MUST, searcher);
    }

    /** Finds entries that have at least one word. */
    static Query any(List<String> words, IndexSearcher searcher) throws IOException {
        return combined(words, Occur.SHOULD, searcher);
    }

    private static Query combined(List<String> words, Occur occur, IndexSearcher searcher) throws IOException {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        boolean onlyCommon = COMMON.containsAll(words);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            boolean last = index == words.size() - 1;
            boolean needed = onlyCommon || last || !COMMON.contains(word);
            query.add(word(word, searcher), needed ? occur : Occur.SHOULD);
        }
        if (occur == Occur.SHOULD) {
            query.setMinimumNumberShouldMatch(1);
        }
        return query.build();
    }

    /** A word as it is or as the beginning of a longer one; only where no entry has it so, with a slip or two. */
    private static Query word(String word, IndexSearcher searcher) throws IOException {
        Query written = everywhere(word, TextQueries::written);
        boolean unknown = word.length() >= LEAST_FOR_ONE_SLIP && searcher.count(written) == 0;
        return unknown ? everywhere(word, TextQueries::slipped) : written;
    }

    private static Query everywhere(String word, Function<Term, Query> form) {
        List<Query> places = WEIGHTS.entrySet().stream()
                .map(weight -> (Query) new BoostQuery(form.apply(new Term(weight.getKey(), word)), weight.getValue()))
                .toList();
        return new DisjunctionMaxQuery(places, 0.1f);
    }

    private static Query written(Term term) {
        if (term.text().length() < LEAST_FOR_BEGINNING) {
            return new TermQuery(term);
        }
        return new BooleanQuery.Builder()
                .add(new TermQuery(term), Occur.SHOULD)
                .add(new BoostQuery(new PrefixQuery(term), BEGUN), Occur.SHOULD)
                .build();
    }

    private static Query slipped(Term term) {
        boolean twice = term.text().length() >= LEAST_FOR_TWO_SLIPS;
        return new FuzzyQuery(term, twice ? 2 : 1, twice ? 1 : 0, MOST_VARIANTS, true);
    }
}
