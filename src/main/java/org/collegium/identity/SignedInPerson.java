package org.collegium.identity;

import java.util.Optional;
import org.collegium.shared.ui.PersonInFrame;
import org.springframework.stereotype.Component;

/** Tells the frame who is signed in. */
@Component
class SignedInPerson implements PersonInFrame {

    private final Access access;

    SignedInPerson(Access access) {
        this.access = access;
    }

    @Override
    public Optional<Person> current() {
        return access.current().map(person -> new Person(person.name(), person.getUsername()));
    }
}
