package org.collegium.courses.importing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.MasterKey;
import org.collegium.shared.RuleViolation;
import org.springframework.stereotype.Component;

/** Makes and reads tickets: who sends, for whom, until when, encrypted under the master key so that each node takes what another gave. */
@Component
class UploadTickets {

    private static final Duration LIFE = Duration.ofHours(12);
    private static final UUID PURPOSE =
            UUID.nameUUIDFromBytes("course-upload-ticket".getBytes(StandardCharsets.US_ASCII));
    private static final int LONGEST = 400;

    private final MasterKey master;

    UploadTickets(MasterKey master) {
        this.master = master;
    }

    /** Whom a ticket is for. */
    record Holder(AccountId person, PartnerId partner) {}

    UploadTicket issue(AccountId person, PartnerId partner, Instant now) {
        Instant until = now.plus(LIFE);
        String text = person.value() + " " + partner.value() + " " + until.getEpochSecond();
        byte[] sealed = master.encrypt(PURPOSE, text.getBytes(StandardCharsets.US_ASCII));
        return new UploadTicket(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), until);
    }

    /** Empty when it is not ours, was changed, or has ended. */
    Optional<Holder> read(String token, Instant now) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] text = master.decrypt(PURPOSE, Base64.getUrlDecoder().decode(token), master.name());
            String[] parts = new String(text, StandardCharsets.US_ASCII).split(" ", 3);
            return Instant.ofEpochSecond(Long.parseLong(parts[2])).isBefore(now)
                    ? Optional.empty()
                    : Optional.of(new Holder(
                            new AccountId(UUID.fromString(parts[0])), new PartnerId(UUID.fromString(parts[1]))));
        } catch (RuleViolation | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
