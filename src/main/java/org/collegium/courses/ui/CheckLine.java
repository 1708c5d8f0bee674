package org.collegium.courses.ui;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.collegium.activity.Readiness;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.DraftCheck.Details;
import org.collegium.courses.DraftCheck.Found;
import org.collegium.courses.DraftCheck.Reported;
import org.collegium.courses.DraftCheck.Tried;
import org.collegium.courses.DraftCheck.Unkeyed;
import org.collegium.courses.checks.Finding;
import org.collegium.courses.checks.Finding.Kind;
import org.collegium.courses.checks.Finding.Severity;
import org.collegium.shared.messages.Messages;

/**
 * A check as a line of the list.
 *
 * @param remedy what to do; may be empty
 * @param file in which it is; empty where it is in none
 * @param line of the file; 0 for the file as a whole
 */
public record CheckLine(
        Severity severity,
        Kind kind,
        Optional<CourseUnit> unit,
        String reason,
        String remedy,
        String file,
        int line,
        Optional<Mending> mending) {

    /** Where it is mended. */
    public record Mending(String address, String key) {}

    /**
     * Says checks in the language of a person.
     *
     * @param editable kinds of units that are edited in Studio
     */
    public record Writing(
            CourseId course,
            CourseManifest draft,
            Set<String> editable,
            Messages messages,
            FaultTexts faults,
            Locale locale) {

        /** Empty for what says nothing, such as an activity that is ready. */
        public Optional<CheckLine> of(DraftCheck check) {
            return switch (check) {
                case Details(var missing) ->
                    Optional.of(line(
                            check,
                            Kind.DETAILS,
                            Optional.empty(),
                            text("courses.missing." + missing.name()),
                            "",
                            0,
                            Optional.of(new Mending(CoursesNavigation.details(course), "courses.checks.say"))));
                case Unkeyed(var unit, var questions) ->
                    Optional.of(line(
                            check,
                            Kind.QUESTIONS,
                            Optional.of(unit),
                            text("courses.checks.unkeyed-here", questions),
                            "",
                            0,
                            edit(unit)));
                case Reported(var fault, var unit) ->
                    Optional.of(new CheckLine(
                            check.severity(),
                            Kind.IMPORT,
                            unit,
                            faults.reason(fault, locale),
                            faults.remedy(fault, locale),
                            draft.files().containsKey(fault.file()) ? fault.file() : "",
                            fault.line(),
                            unit.flatMap(this::edit)));
                case Tried tried -> tried(tried);
                case Found(var finding, var unit) ->
                    Optional.of(line(
                            check,
                            finding.kind(),
                            unit,
                            text(finding, "reason"),
                            text(finding, "remedy"),
                            finding.line(),
                            unit.flatMap(this::edit)));
            };
        }

        private Optional<CheckLine> tried(Tried tried) {
            List<Readiness.Sentence> sentences = tried.readiness().sentences();
            if (tried.readiness() instanceof Readiness.Ready && sentences.isEmpty()) {
                return Optional.empty();
            }
            String key = switch (tried.readiness()) {
                case Readiness.Ready _ -> "courses.tried.remark";
                case Readiness.Trying _ -> "courses.tried.trying";
                case Readiness.Waiting _ -> "courses.tried.waiting";
                case Readiness.NotReady _ -> "courses.tried.not-ready";
            };
            String more = String.join(
                    " ",
                    sentences.stream()
                            .map(sentence ->
                                    text(sentence.key(), sentence.arguments().toArray()))
                            .toList());
            return Optional.of(line(
                    tried,
                    Kind.LABS,
                    Optional.of(tried.unit()),
                    text(key, tried.unit().title()),
                    more,
                    0,
                    tried.address().map(address -> new Mending(address, "courses.checks.lab"))));
        }

        private static CheckLine line(
                DraftCheck check,
                Kind kind,
                Optional<CourseUnit> unit,
                String reason,
                String remedy,
                int line,
                Optional<Mending> mending) {
            return new CheckLine(
                    check.severity(),
                    kind,
                    unit,
                    reason,
                    remedy,
                    line > 0 ? unit.map(CourseUnit::file).orElse("") : "",
                    line,
                    mending);
        }

        private Optional<Mending> edit(CourseUnit unit) {
            return editable.contains(unit.kind())
                    ? Optional.of(new Mending(CoursesNavigation.edit(course, unit.key()), "courses.checks.edit"))
                    : Optional.empty();
        }

        private String text(Finding finding, String part) {
            return text(finding.code() + "." + part, finding.arguments().toArray());
        }

        private String text(String key, Object... arguments) {
            return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
        }
    }
}
