package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.courses.git.GitOutcome;
import org.collegium.courses.git.GitOutcome.Result;
import org.collegium.source.ImportFault;

/** How the last job with a repository ended: in a sentence, with what changes, and with the report where something was read. */
final class GitOutcomePanel extends Div {

    private static final int NAMED = 20;
    private static final int SHORT = 10;

    /** @param ways where what the report says is seen or mended, once the draft has what was read */
    GitOutcomePanel(GitOutcome outcome, FaultTexts texts, Function<ImportFault, Optional<ReportWay>> ways) {
        addClassName("c-studio-stack");
        add(new H2(getTranslation("courses.git.result." + outcome.result() + ".title")), new Paragraph(told(outcome)));
        if (outcome.result() == Result.LOOKED && nothing(outcome)) {
            add(new Paragraph(getTranslation("courses.git.result.LOOKED.same")));
        }
        named("courses.git.changes.added", outcome.added());
        named("courses.git.changes.changed", outcome.changed());
        named("courses.git.changes.removed", outcome.removed());
        if (outcome.details()) {
            add(new Paragraph(getTranslation("courses.git.changes.details")));
        }
        named("courses.git.changes.conflicts", outcome.conflicts());
        if (outcome.report() != null) {
            boolean kept = outcome.result() == Result.UPDATED || outcome.result() == Result.UNCHANGED;
            add(new ReportPanel(outcome.report(), texts, kept ? ways : fault -> Optional.empty()));
        }
    }

    private String told(GitOutcome outcome) {
        if (outcome.failure() != null) {
            return getTranslation(
                    "courses.git.failure." + outcome.failure(),
                    outcome.arguments().toArray());
        }
        Object branch = outcome.arguments().isEmpty() ? "" : outcome.arguments().getFirst();
        return getTranslation("courses.git.result." + outcome.result() + ".text", brief(outcome.commit()), branch);
    }

    private static boolean nothing(GitOutcome outcome) {
        return outcome.added().isEmpty()
                && outcome.removed().isEmpty()
                && outcome.changed().isEmpty()
                && !outcome.details();
    }

    private void named(String key, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        names.stream().limit(NAMED).forEach(name -> list.add(new ListItem(name)));
        if (names.size() > NAMED) {
            list.add(new ListItem(getTranslation("courses.git.changes.more", names.size() - NAMED)));
        }
        add(new H3(getTranslation(key)), list);
    }

    /** The first digits of a commit, as Git shows it. */
    static String brief(@org.jspecify.annotations.Nullable String commit) {
        return commit == null ? "" : commit.substring(0, Math.min(SHORT, commit.length()));
    }
}
