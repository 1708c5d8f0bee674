package org.collegium.courses.imports.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.imports.LeftOut;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.QuizQuestion;
import org.collegium.courses.imports.QuizText;
import org.collegium.courses.imports.cartridge.Manifest.Resource;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlNode.Element;

/**
 * A quiz in QTI 1.2. Canvas writes each quiz twice, once with what the specification knows and once, in
 * {@code non_cc_assessments}, with all of its own kinds of questions; where there is the second, that is read.
 */
final class CartridgeQuiz {

    private static final int MOST_ATTEMPTS = 100;
    private static final int LONGEST_MINUTES = 10_080;
    private static final int MOST_QUESTIONS = 200;
    private static final Set<String> UNSHOWN =
            Set.of("matapplet", "matapplication", "mataudio", "matimage", "matvideo", "rubric", "objectives");
    private static final Set<String> BESIDE =
            Set.of("access_code", "cant_go_back", "due_at", "ip_filter", "lock_at", "unlock_at");

    private final SourceTree tree;
    private final Resources resources;
    private final FaultSink faults;
    private final List<QuizQuestion> questions = new ArrayList<>();
    private final LeftOut left = new LeftOut();
    private String waiting = "";
    private String path = "";

    CartridgeQuiz(SourceTree tree, Resources resources, FaultSink faults) {
        this.tree = tree;
        this.resources = resources;
        this.faults = faults;
    }

    Optional<OutlineUnit> quiz(Resource resource, String title, SourceFile file, String target) {
        SourceFile richer = richer(resource, file);
        path = target;
        return resources.read(richer).flatMap(root -> {
            Element assessment =
                    root.child("assessment").or(() -> root.child("objectbank")).orElse(root);
            Optional<Element> meta = meta(file);
            String named = title.isEmpty()
                    ? meta.map(found -> found.textOf("title"))
                            .filter(found -> !found.isBlank())
                            .orElse(assessment.attribute("title"))
                    : title;
            String shown = named.isBlank() ? SourcePaths.stem(file.path()) : named;
            items(assessment);
            if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
                faults.warning(richer.place(), "quiz-size", shown, questions.size(), MOST_QUESTIONS);
                return Optional.empty();
            }
            QuizText.Settings settings = settings(shown, assessment, meta);
            meta.ifPresent(found -> BESIDE.stream()
                    .filter(name -> !Set.of("", "false").contains(found.textOf(name)))
                    .forEach(left::add));
            left.tell(faults, richer.place(), "quiz-beside", shown);
            SourceFile quiz = QuizText.file(target, richer.place(), settings, questions);
            resources.keep(quiz);
            return Optional.of(OutlineUnit.of(resources.key(resource, shown), "quiz", quiz, shown, richer.place()));
        });
    }

    private SourceFile richer(Resource resource, SourceFile file) {
        Optional<SourceFile> own = tree.file("non_cc_assessments/" + resource.identifier() + ".xml.qti");
        own.ifPresent(found -> faults.note(file.place(), "cartridge-richer", found.path()));
        return own.orElse(file);
    }

    /** What Canvas says beside the quiz about how it is taken. */
    private Optional<Element> meta(SourceFile file) {
        return tree.file(SourcePaths.join(SourcePaths.folder(file.path()), "assessment_meta.xml"))
                .flatMap(resources::read);
    }

    private QuizText.Settings settings(String title, Element assessment, Optional<Element> meta) {
        String attempts = meta.map(found -> found.textOf("allowed_attempts"))
                .filter(found -> !found.isBlank())
                .orElse(QtiFields.field(assessment, "cc_maxattempts"));
        String minutes = meta.map(found -> found.textOf("time_limit"))
                .filter(found -> !found.isBlank())
                .orElse(QtiFields.field(assessment, "qmd_timelimit"));
        String intro = meta.flatMap(found -> found.child("description"))
                .filter(found -> !found.text().isBlank())
                .map(found -> resources.html(found.text(), path, found.place()))
                .orElse("");
        return new QuizText.Settings(
                title,
                waiting.isEmpty() ? intro : intro + (intro.isEmpty() ? "" : "\n\n") + waiting,
                Math.clamp(QtiFields.whole(attempts), 0, MOST_ATTEMPTS),
                Math.clamp(QtiFields.whole(minutes), 0, LONGEST_MINUTES),
                meta.map(found -> found.textOf("shuffle_answers").equals("true"))
                        .orElse(false));
    }

    /** Items in the order of the file; what is drawn from a group is asked whole. */
    private void items(Element section) {
        int inside = section.children("item").size();
        int drawn = QtiFields.whole(section.child("selection_ordering")
                .map(order -> order.all("selection_number").stream()
                        .map(Element::text)
                        .findFirst()
                        .orElse(""))
                .orElse(""));
        if (drawn > 0 && drawn < inside) {
            faults.warning(section.place(), "quiz-group", section.attribute("title"), drawn, inside);
        }
        double points = QtiFields.number(section.all("points_per_item").stream()
                        .map(Element::text)
                        .findFirst()
                        .orElse(""))
                .orElse(0.0);
        for (Element child : section.children().toList()) {
            switch (child.name()) {
                case "item" -> item(child, points);
                case "section" -> items(child);
                case "presentation_material", "rubric" -> introduction(child);
                case "objectives" -> left.add(child.name());
                default -> {}
            }
        }
    }

    /** What stands above questions; what is for those who give marks stays away. */
    private void introduction(Element text) {
        if (!Set.of("", "all", "candidate").contains(text.attribute("view").toLowerCase(Locale.ROOT))) {
            left.add(text.name());
            return;
        }
        for (Element one : text.all("mattext")) {
            String said = resources.markdown(one, path);
            waiting = waiting.isEmpty() ? said : waiting + "\n\n" + said;
        }
    }

    private void item(Element item, double points) {
        QtiQuestion question = new QtiQuestion(item, path, resources);
        Place at = item.place();
        String kind = question.kind();
        if (kind.equals("text_only")) {
            waiting = waiting.isEmpty() ? question.stem() : waiting + "\n\n" + question.stem();
            faults.note(at, "quiz-text", question.words());
            return;
        }
        QtiQuestion.Read read = question.read(points);
        left.add("itemfeedback", read.question().isPresent() ? question.unsaid() : 0);
        item.all().stream().map(Element::name).filter(UNSHOWN::contains).forEach(left::add);
        read.notes().forEach(code -> faults.warning(at, code, question.words()));
        if (read.question().isEmpty()) {
            faults.warning(at, "quiz-question", question.words(), kind.isEmpty() ? "?" : kind, read.reason());
            return;
        }
        QuizQuestion found = read.question().get();
        if (!waiting.isEmpty()) {
            found = new QuizQuestion(
                    found.at(),
                    found.words(),
                    waiting + "\n\n" + found.stem(),
                    found.points(),
                    found.explanation(),
                    found.feedback(),
                    found.kind());
            waiting = "";
        }
        questions.add(found);
    }
}
