package org.collegium.courses.imports.moodle;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.imports.Prose;
import org.collegium.source.FaultSink;
import org.collegium.source.XmlNode.Element;

/** The questions of a backup's bank that no quiz of the course asks. */
final class BankLeft {

    private static final int SHOWN = 5;
    private static final int LONGEST = 60;

    private final Backup backup;
    private final Set<String> asked = new HashSet<>();

    BankLeft(Backup backup) {
        this.backup = backup;
    }

    void asked(Element question) {
        asked.add(question.attribute("id"));
    }

    /** Reports them; nothing where there is no bank. */
    void tell(FaultSink faults) {
        Optional<Element> bank = backup.questions();
        if (bank.isEmpty()) {
            return;
        }
        bank.get()
                .all("sequence")
                .forEach(parts -> asked.addAll(List.of(parts.text().split("[,\\s]+"))));
        List<Element> entries = bank.get().all("question_bank_entry");
        List<String> left = (entries.isEmpty() ? bank.get().all("question") : entries)
                .stream()
                        .flatMap(entry -> lastUnasked(entry).stream())
                        .map(question -> Prose.shortened(Backup.said(question, "name"), LONGEST))
                        .toList();
        if (!left.isEmpty()) {
            String some = String.join(", ", left.subList(0, Math.min(SHOWN, left.size())));
            faults.note(bank.get().place(), "moodle-bank", left.size(), left.size() > SHOWN ? some + ", …" : some);
        }
    }

    /** The last version of a question of which no version is asked, and which is no part of another. */
    private Optional<Element> lastUnasked(Element entry) {
        List<Element> versions = entry.name().equals("question") ? List.of(entry) : entry.all("question");
        List<Element> questions = versions.stream()
                .filter(one ->
                        !one.textOf("qtype").isEmpty() && !one.textOf("qtype").equals("random"))
                .filter(one -> Backup.number(Backup.said(one, "parent")) == 0)
                .toList();
        return questions.stream().anyMatch(one -> asked.contains(one.attribute("id")))
                ? Optional.empty()
                : questions.stream().reduce((one, other) -> other);
    }
}
