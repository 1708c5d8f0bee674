package org.collegium.credentials.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.util.UUID;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.IssuingProgress;
import org.collegium.shared.ui.Polling;
import org.jspecify.annotations.Nullable;

/** How far a bulk issue is. It goes on without this panel; whoever comes back sees how far it came. */
class IssuingPanel extends Div {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final transient IssuingCertificates issuing;
    private final transient Runnable changed;
    private final Paragraph text = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Anchor all = new Anchor("", getTranslation("credentials.progress.all"));
    private @Nullable UUID followed;
    private final Polling polling = new Polling(this, this::show);

    IssuingPanel(IssuingCertificates issuing, Runnable changed) {
        this.issuing = issuing;
        this.changed = changed;
        addClassNames("c-notice", "registry-progress");
        text.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("credentials.progress.label"));
        add(text, bar, all);
        setVisible(false);
    }

    /** Without the way to the page about the issue, for that page itself. */
    IssuingPanel alone() {
        all.setVisible(false);
        return this;
    }

    void follow(UUID id) {
        followed = id;
        polling.every(OFTEN);
        show();
    }

    private void show() {
        if (followed != null) {
            issuing.progress(followed).ifPresent(this::show);
        }
    }

    private void show(IssuingProgress progress) {
        setVisible(true);
        bar.setValue(progress.fraction());
        bar.setVisible(!progress.finished());
        text.setText(getTranslation(
                "credentials.progress." + (progress.finished() ? "done" : "running") + (progress.dry() ? ".dry" : ""),
                progress.issued(),
                progress.total(),
                progress.refused(),
                progress.already(),
                progress.ready(),
                progress.done()));
        all.setHref(CredentialsNavigation.ISSUES + "/" + progress.id());
        if (progress.finished()) {
            followed = null;
            polling.stop();
        }
        changed.run();
    }
}
