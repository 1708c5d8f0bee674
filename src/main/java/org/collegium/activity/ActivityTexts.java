package org.collegium.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collegium.activity.FileReference.Use;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.LinkTarget;
import org.collegium.content.Reference;
import org.collegium.content.RenderedText;
import org.collegium.content.TextFacts;
import org.collegium.content.TextFault;
import org.collegium.source.FaultSeverity;
import org.collegium.source.FaultSink;
import org.collegium.source.ImportFault;
import org.collegium.source.Place;
import org.springframework.stereotype.Component;

/** Checks the Markdown that an activity shows, wherever it stands in its file. */
@Component
public class ActivityTexts {

    /**
     * Leads everywhere but to labels that the text lacks and to pictures on other sites: whether a link leads to something
     * is asked by those who know the whole course.
     */
    public static final LinkResolver ANYWHERE = reference ->
            reference.kind() == Reference.Kind.REF || (reference.kind() == Reference.Kind.IMAGE && reference.external())
                    ? Optional.empty()
                    : Optional.of(LinkTarget.of("#"));

    private static final String LABEL_MISSING = "ref-missing";

    private static final Set<String> REFUSED = Set.of("notebook-unreadable", "notebook-version");
    private static final Set<String> SMALL = Set.of("html-attribute", "html-unwrapped", "notebook-output-shortened");
    private static final Pattern DATA = Pattern.compile(
            "([\"'])((?:[A-Za-z0-9_.-]{1,80}/){0,16}[A-Za-z0-9_. -]{1,100}\\.(?:csv|tsv|json|txt|parquet|feather|xlsx|npy|npz|h5|zip|gz|pkl|png|jpg))\\1");

    private static final int LONGEST_LINE = 2_000;

    private final LessonRenderer renderer;

    public ActivityTexts(LessonRenderer renderer) {
        this.renderer = renderer;
    }

    /** Where a line and a column (from 1) of a text stand in the source; the cell is 0 but in notebooks. */
    @FunctionalInterface
    public interface Placing {
        Place at(int cell, int line, int column);
    }

    /** What was found in a text. */
    public record Found(String title, TextFacts facts, List<FileReference> references) {}

    /** Reports all that cannot be shown as written, and says what is in the text. */
    public Found check(String markdown, Placing placing, FaultSink faults) {
        RenderedText text = renderer.render(markdown, ANYWHERE);
        report(text.faults(), placing, faults);
        List<FileReference> references = new ArrayList<>(references(text, placing));
        references.addAll(data(markdown, 0, placing));
        return new Found(text.title(), text.facts(), references);
    }

    /** Reports what rendering found. */
    public static void report(List<TextFault> found, Placing placing, FaultSink faults) {
        for (TextFault fault : found) {
            if (fault.code().equals(LABEL_MISSING)) {
                continue;
            }
            Place at = placing.at(fault.cell(), fault.line(), fault.column());
            FaultSeverity severity = REFUSED.contains(fault.code())
                    ? FaultSeverity.ERROR
                    : SMALL.contains(fault.code()) ? FaultSeverity.NOTE : FaultSeverity.WARNING;
            faults.report(new ImportFault(
                    severity,
                    severity == FaultSeverity.ERROR,
                    at.file(),
                    at.line(),
                    at.column(),
                    "text-" + fault.code(),
                    List.of(),
                    fault.message(),
                    fault.remedy()));
        }
    }

    /** What a text, rendered with {@link #ANYWHERE}, points at outside itself and inside the course. */
    public static List<FileReference> references(RenderedText text, Placing placing) {
        Set<Spot> missing = text.faults().stream()
                .filter(fault -> fault.code().equals(LABEL_MISSING))
                .map(fault -> new Spot(fault.cell(), fault.line(), fault.column()))
                .collect(Collectors.toSet());
        return text.facts().references().stream()
                .filter(reference ->
                        !reference.external() && !reference.destination().isBlank())
                .filter(reference -> reference.kind() != Reference.Kind.REF || missing.contains(Spot.of(reference)))
                .map(reference -> new FileReference(
                        reference.path(),
                        reference.fragment(),
                        use(reference.kind()),
                        placing.at(reference.cell(), reference.line(), reference.column())))
                .toList();
    }

    private record Spot(int cell, int line, int column) {

        static Spot of(Reference reference) {
            return new Spot(reference.cell(), reference.line(), reference.column());
        }
    }

    private static Use use(Reference.Kind kind) {
        return switch (kind) {
            case LINK -> Use.LINK;
            case IMAGE -> Use.PICTURE;
            case DOWNLOAD -> Use.DOWNLOAD;
            case DOC -> Use.UNIT;
            case REF -> Use.LABEL;
        };
    }

    /** The files that code reads by a path written in it. */
    public static List<FileReference> data(String code, int cell, Placing placing) {
        List<FileReference> found = new ArrayList<>();
        List<String> lines = code.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher path = DATA.matcher(lines.get(i));
            while (lines.get(i).length() <= LONGEST_LINE && path.find()) {
                found.add(new FileReference(path.group(2), "", Use.DATA, placing.at(cell, i + 1, path.start(2) + 1)));
            }
        }
        return found;
    }
}
