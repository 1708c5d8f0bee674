package org.collegium.courses.imports.moodle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.RelativePaths;
import org.collegium.courses.imports.moodle.Backup.Listed;
import org.collegium.courses.imports.moodle.Backup.Part;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.XmlNode.Element;

/** The sections of a Moodle course with their activities as units. */
final class Activities {

    private static final Set<String> PAGES =
            Set.of("page", "label", "book", "resource", "folder", "url", "assign", "forum");

    private final Backup backup;
    private final BackupFiles files;
    private final FaultSink faults;
    private final BankLeft bank;
    private final Map<String, Listed> listed = new LinkedHashMap<>();
    private final boolean completion;
    private final Keys sectionKeys = new Keys();
    private final Map<String, SourceFile> made = new TreeMap<>();

    Activities(Backup backup, BackupFiles files, FaultSink faults) {
        this.backup = backup;
        this.files = files;
        this.faults = faults;
        this.bank = new BankLeft(backup);
        for (Listed activity : backup.activities()) {
            listed.putIfAbsent(activity.module(), activity);
            if (PAGES.contains(activity.kind()) || activity.kind().equals("quiz")) {
                String ending = activity.kind().equals("quiz") ? ".yaml" : ".md";
                files.page(activity.module(), activity.folder() + "/" + activity.kind() + ending);
            }
        }
        this.completion = listed.values().stream().anyMatch(this::isTracked);
    }

    Collection<SourceFile> made() {
        return made.values();
    }

    private Optional<Element> module(Listed activity) {
        return backup.element(activity.folder() + "/module.xml");
    }

    private boolean isTracked(Listed activity) {
        return module(activity)
                .filter(found -> Backup.number(found.textOf("completion")) > 0)
                .isPresent();
    }

    List<OutlineSection> sections() {
        List<OutlineSection> sections = new ArrayList<>();
        int number = 0;
        for (Part part : backup.sections()) {
            List<OutlineUnit> units = new ArrayList<>();
            boolean hidden = part.element().textOf("visible").equals("0");
            for (String module : part.sequence()) {
                Listed activity = listed.remove(module);
                if (activity != null && hidden) {
                    faults.note(activity.place(), "moodle-hidden", activity.title());
                } else if (activity != null) {
                    unit(activity).ifPresent(units::add);
                }
            }
            String title = part.title().isEmpty() ? (number == 0 ? "Start" : "Part " + number) : part.title();
            number++;
            if (hidden) {
                faults.note(part.element().place(), "moodle-hidden", title);
            } else if (!part.summary().isBlank()) {
                units.addFirst(summary(part, title, number));
            }
            if (!units.isEmpty()) {
                sections.add(new OutlineSection(
                        sectionKeys.unique(title), title, part.element().place(), true, units));
            }
        }
        for (Listed left : listed.values()) {
            faults.warning(left.place(), "moodle-nowhere", left.title());
        }
        bank.tell(faults);
        return sections;
    }

    /** What a section says about itself, as a lesson that is not required. */
    private OutlineUnit summary(Part part, String title, int number) {
        String path = "sections/section-" + number + ".md";
        String text = backup.markdown(part.element(), "summary", path, files.ofContext(""));
        SourceFile file = page(path, title, text, part.element());
        return OutlineUnit.of(
                        "section-" + number,
                        "lesson",
                        file,
                        title,
                        part.element().place())
                .optional();
    }

    private Optional<OutlineUnit> unit(Listed activity) {
        boolean hidden = module(activity)
                .filter(found -> found.textOf("visible").equals("0"))
                .isPresent();
        if (hidden) {
            faults.note(activity.place(), "moodle-hidden", activity.title());
            return Optional.empty();
        }
        Optional<Element> root = backup.element(activity.file());
        Optional<Element> body = root.flatMap(found -> found.child(activity.kind()));
        if (body.isEmpty()) {
            faults.warning(activity.place(), "cartridge-file-missing", activity.file());
            return Optional.empty();
        }
        String context = root.map(found -> found.attribute("contextid")).orElse("");
        Optional<OutlineUnit> unit = activity.kind().equals("quiz")
                ? new BackupQuiz(backup, files, bank, faults).quiz(activity, body.get(), context, made)
                : lesson(activity, body.get(), context);
        return unit.map(found -> completion && !isTracked(activity) ? found.optional() : found);
    }

    private Optional<OutlineUnit> lesson(Listed activity, Element body, String context) {
        if (!PAGES.contains(activity.kind())) {
            faults.warning(activity.place(), "moodle-activity", activity.title(), activity.kind());
            return Optional.empty();
        }
        String path = activity.folder() + "/" + activity.kind() + ".md";
        HtmlPage.Targets targets = files.ofContext(context);
        String intro = backup.markdown(body, "intro", path, targets);
        String text = switch (activity.kind()) {
            case "page" -> joined(intro, backup.markdown(body, "content", path, targets));
            case "resource", "folder" -> joined(intro, links("mod_" + activity.kind(), "content", context, path));
            case "assign" ->
                joined(
                        joined(intro, backup.markdown(body, "activity", path, targets)),
                        links("mod_assign", "introattachment", context, path));
            case "url" -> joined(intro, link(activity, body));
            default -> intro;
        };
        switch (activity.kind()) {
            case "assign" -> faults.note(activity.place(), "cartridge-assignment", activity.title());
            case "forum" -> faults.note(activity.place(), "cartridge-discussion", activity.title());
            default -> {}
        }
        String title = Backup.said(body, "name").isEmpty() ? activity.title() : Backup.said(body, "name");
        SourceFile file = page(path, title, text, body);
        String key = activity.kind() + "-" + activity.module();
        OutlineUnit unit = OutlineUnit.of(key, "lesson", file, title, body.place());
        return Optional.of(activity.kind().equals("book") ? unit.with(chapters(activity, body, targets)) : unit);
    }

    private static String joined(String one, String other) {
        return one.isBlank() ? other : other.isBlank() ? one : one + "\n\n" + other;
    }

    private SourceFile page(String path, String title, String text, Element from) {
        String heading = MarkdownText.tidied(MarkdownText.of(title)).replace('\n', ' ');
        SourceFile file =
                SourceFile.of(path, "# " + heading + "\n\n" + text + "\n").madeFrom(_ -> from.place());
        made.put(path, file);
        return file;
    }

    private String links(String component, String area, String context, String path) {
        return String.join(
                "\n",
                files.all(context, component, area).stream()
                        .map(file -> "- [" + MarkdownText.tidied(MarkdownText.of(SourcePaths.name(file))) + "]("
                                + MarkdownText.address(RelativePaths.from(path, file)) + ")")
                        .toList());
    }

    private String link(Listed activity, Element body) {
        String address = Backup.said(body, "externalurl");
        if (!address.matches("https?://\\S+")) {
            faults.warning(activity.place(), "cartridge-web-link", activity.title(), address);
            return "";
        }
        return "[" + MarkdownText.tidied(MarkdownText.of(activity.title())) + "](" + MarkdownText.address(address)
                + ")";
    }

    private List<OutlineUnit> chapters(Listed activity, Element book, HtmlPage.Targets targets) {
        List<OutlineUnit> chapters = new ArrayList<>();
        for (Element chapter : book.all("chapter")) {
            String title = Backup.said(chapter, "title");
            if (chapter.textOf("hidden").equals("1")) {
                faults.note(chapter.place(), "moodle-hidden", title);
                continue;
            }
            String identifier = chapter.attribute("id").replaceAll("\\W", "");
            String path = activity.folder() + "/chapter-" + identifier + ".md";
            SourceFile file = page(path, title, backup.markdown(chapter, "content", path, targets), chapter);
            String key = "book-" + activity.module() + "-" + identifier;
            chapters.add(OutlineUnit.of(key, "lesson", file, title, chapter.place()));
        }
        return chapters;
    }
}
