package org.collegium.gradebook.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.collegium.gradebook.files.ScoreSheet.Score;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Release;
import org.collegium.shared.CsvText;
import org.collegium.shared.RuleViolation;

@Tag("unit")
class ScoreSheetTest {

    private static final Entry ORAL = byHand("hand:1", "Oral exam", 20);
    private static final Entry TALK = byHand("hand:2", "=Talk", 0);

    @Property(tries = 300)
    void whatIsWrittenIsReadAsItWas(@ForAll("lines") List<List<String>> lines) {
        assertThat(CsvText.read(CsvText.write(lines)).stream().map(CsvText.Line::cells))
                .containsExactlyElementsOf(lines.stream()
                        .filter(line -> !line.stream().allMatch(String::isBlank))
                        .toList());
    }

    /** At the beginning of a cell, the quotation aside. */
    @Property(tries = 300)
    void noCellThatIsWrittenIsAFormula(@ForAll("cell") String text) {
        String written = CsvText.write(List.of(List.of(text, "x")));
        String content = written.startsWith("\"") ? written.substring(1) : written;

        assertThat(content)
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
        assertThat(content).doesNotStartWith("\t").doesNotStartWith("\r");
    }

    @Provide
    Arbitrary<String> cell() {
        return Arbitraries.strings().withChars("ab=+-@'\"\t\r\n,; é").ofMaxLength(6);
    }

    @Provide
    Arbitrary<List<List<String>>> lines() {
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(width -> cell().list().ofSize(width).list().ofMaxSize(5));
    }

    @Example
    void scoresAreReadWithEitherSeparatorAndDecimalSign() {
        ScoreSheet sheet = ScoreSheet.read(
                "\uFEFFName;E-Mail;Oral exam;'=Talk;Quiz\r\n\"Lind; Ada\";ADA@example.org;17,5;;0.9\r\nBen;ben@example.org;;100;\r\n",
                List.of(ORAL, TALK));

        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.scores())
                .containsExactly(
                        new Score(2, "ada@example.org", ORAL, 17.5), new Score(3, "ben@example.org", TALK, 100));
        assertThat(sheet.ignored()).containsExactly("Name", "Quiz");
    }

    @Example
    void eachFaultIsToldByItsLineAndColumn() {
        ScoreSheet sheet = ScoreSheet.read(
                "email,Oral exam\na@x.org,21\nb@x.org,1.000,5\n\nc@x.org,\"many\nwords\"\n,3\na@x.org,4\nd@x.org,-1\n",
                List.of(ORAL));

        assertThat(sheet.faults())
                .extracting(SheetFault::line, SheetFault::code)
                .containsExactly(
                        tuple(2, "gradebook.file.range"),
                        tuple(3, "gradebook.file.cells"),
                        tuple(5, "gradebook.file.number"),
                        tuple(7, "gradebook.file.address.empty"),
                        tuple(8, "gradebook.file.person.twice"),
                        tuple(9, "gradebook.file.range"));
    }

    private static Tuple tuple(Object... values) {
        return Assertions.tuple(values);
    }

    @Example
    void entriesOfTheSameTitleAreInTheOrderOfTheirColumns() {
        Entry second = byHand("hand:3", "Oral exam", 10);

        ScoreSheet sheet = ScoreSheet.read("email,Oral exam,Oral exam\na@x.org,3,4\n", List.of(ORAL, TALK, second));

        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.scores())
                .extracting(ScoreSheet.Score::entry, ScoreSheet.Score::points)
                .containsExactly(tuple(ORAL, 3.0), tuple(second, 4.0));
    }

    @Example
    void aFileWithoutAddressesOrEntriesSaysSo() {
        assertThat(ScoreSheet.read("name,Oral exam\nAda,3\n", List.of(ORAL)).faults())
                .extracting(SheetFault::code)
                .containsExactly("gradebook.file.address.missing");
        assertThat(ScoreSheet.read("email,Nothing\na@x.org,3\n", List.of(ORAL)).faults())
                .extracting(SheetFault::code)
                .containsExactly("gradebook.file.columns.missing");
        assertThat(ScoreSheet.read("email,Oral exam,oral exam\na@x.org,3,4\n", List.of(ORAL))
                        .faults())
                .extracting(SheetFault::code)
                .containsExactly("gradebook.file.column.twice");
        assertThatThrownBy(() -> ScoreSheet.read("email,Oral exam\n", List.of(ORAL)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> ScoreSheet.read("email,\"Oral\na@x.org,3\n", List.of(ORAL)))
                .isInstanceOf(RuleViolation.class);
    }

    private static Entry byHand(String key, String title, double points) {
        return new Entry(key, "", title, "", points, false, null, null, Release.AT_ONCE);
    }
}
