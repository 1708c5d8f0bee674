package org.collegium.credentials.templates.ui;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.Saved;
import org.collegium.credentials.templates.Template;
import org.collegium.credentials.templates.TemplateId;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A draft while somebody works on it: each change is saved at once, and can be taken back. Where somebody else saved in between,
 * nothing is overwritten: what was changed here stays here until the person has chosen.
 */
final class Draft implements Serializable {

    private static final int STEPS = 100;

    private final transient CertificateTemplates templates;
    private final transient Deque<State> before = new ArrayDeque<>();
    private final transient Deque<State> after = new ArrayDeque<>();
    private transient Template base;
    private transient State now;
    private transient @Nullable Template theirs;
    private transient @Nullable RuleViolation problem;

    /** What can be taken back. */
    private record State(String name, Design design) {}

    Draft(CertificateTemplates templates, Template template) {
        this.templates = templates;
        this.base = template;
        this.now = new State(template.name(), template.design());
    }

    Design design() {
        return now.design();
    }

    String name() {
        return now.name();
    }

    TemplateId id() {
        return base.id();
    }

    int revision() {
        return base.revision();
    }

    /** What somebody else saved since. */
    Optional<Template> theirs() {
        return Optional.ofNullable(theirs);
    }

    /** Why what is here could not be saved. */
    Optional<RuleViolation> problem() {
        return Optional.ofNullable(problem);
    }

    boolean saved() {
        return theirs == null && problem == null;
    }

    void change(Design design) {
        become(new State(now.name(), design));
    }

    void rename(String name) {
        become(new State(name, now.design()));
    }

    private void become(State next) {
        if (!next.equals(now)) {
            before.push(now);
            if (before.size() > STEPS) {
                before.removeLast();
            }
            after.clear();
            now = next;
            save();
        }
    }

    boolean undoable() {
        return !before.isEmpty();
    }

    boolean redoable() {
        return !after.isEmpty();
    }

    void undo() {
        step(before, after);
    }

    void redo() {
        step(after, before);
    }

    private void step(Deque<State> from, Deque<State> to) {
        if (!from.isEmpty()) {
            to.push(now);
            now = from.pop();
            save();
        }
    }

    /** Shows what somebody else saved; what was here can be had back by undoing. */
    void takeTheirs() {
        Template other = theirs;
        if (other != null) {
            theirs = null;
            problem = null;
            base = other;
            before.push(now);
            after.clear();
            now = new State(other.name(), other.design());
        }
    }

    /** Makes a template of its own of what is here. */
    TemplateId keepAsCopy(String name) {
        return templates.create(base.partner(), name, now.design());
    }

    private void save() {
        if (theirs != null) {
            return;
        }
        try {
            problem = null;
            switch (templates.save(base.partner(), base.id(), base.revision(), now.name(), now.design())) {
                case Saved.Kept(int revision) -> base = with(revision);
                case Saved.ChangedMeanwhile(Template other) -> theirs = other;
            }
        } catch (RuleViolation violation) {
            problem = violation;
        }
    }

    private Template with(int revision) {
        return new Template(
                base.id(),
                base.partner(),
                now.name(),
                now.design(),
                revision,
                base.published(),
                base.changedAt(),
                base.changedBy(),
                base.retiredAt());
    }
}
