package org.collegium.identity.ui;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.collegium.identity.security.LocalPath;
import org.collegium.shared.ui.Frame;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where one goes on after signing in or up: where one came from, else where one's work is. */
@Component
class AfterSigningIn {

    private final Frame frame;

    AfterSigningIn(Frame frame) {
        this.frame = frame;
    }

    /** The path that a stranger asked for: by the link, else within a view that then turned out to be closed. */
    Optional<LocalPath> wanted(@Nullable String fromLink, HttpServletRequest request) {
        return LocalPath.of(fromLink).or(() -> {
            HttpSession session = request.getSession(false);
            return session != null
                            && session.getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT)
                                    instanceof String view
                    ? LocalPath.of("/" + view)
                    : Optional.empty();
        });
    }

    /** The address to go to, for the person who is signed in now. */
    String destination(@Nullable String fromForm) {
        return LocalPath.of(fromForm).map(LocalPath::value).orElseGet(this::home);
    }

    /** The last space one may enter, since the later ones belong to staff; learners begin with what they learn. */
    private String home() {
        List<SpaceEntry> spaces = frame.spaces();
        if (spaces.isEmpty()) {
            return "/";
        }
        SpaceEntry last = spaces.getLast();
        if (last.space() != Space.LEARN) {
            return last.path();
        }
        return frame.entries(Space.LEARN).stream()
                .filter(entry -> !entry.page())
                .findFirst()
                .map(SpaceEntry::path)
                .orElse(last.path());
    }
}
