package org.collegium.identity;

import java.util.Optional;
import org.collegium.shared.ui.FrameNotice;
import org.springframework.stereotype.Component;

/** Reminds people whose e-mail address is not confirmed. */
@Component
class UnconfirmedNotice implements FrameNotice {

    private final Access access;

    UnconfirmedNotice(Access access) {
        this.access = access;
    }

    @Override
    public Optional<Notice> current() {
        return access.current()
                .filter(person -> !person.confirmed())
                .map(person -> new Notice("identity.unconfirmed.text", "identity.unconfirmed.action", "/account"));
    }
}
