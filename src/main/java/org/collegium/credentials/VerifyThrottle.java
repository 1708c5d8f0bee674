package org.collegium.credentials;

import java.time.Duration;
import java.util.Optional;
import org.collegium.shared.NetworkAddress;
import org.collegium.shared.RateLimit;
import org.springframework.stereotype.Component;

/**
 * Slows down who tries codes that do not exist: 20 at once, then one every six seconds, for each network address, of IPv6 for each
 * network of 64 bits. Codes that exist cost nothing, so that a whole class behind one address may verify what it holds.
 */
@Component
public class VerifyThrottle {

    private static final int AT_ONCE = 20;
    private static final Duration REFILL = Duration.ofMinutes(2);
    private static final int REMEMBERED = 100_000;

    private final RateLimit<String> requests = new RateLimit<>(AT_ONCE, REFILL, REMEMBERED);

    /** How long an address has to wait before it may ask again; empty when it may ask now. */
    public Optional<Duration> waiting(String address) {
        return requests.waiting(NetworkAddress.group(address));
    }

    /** Notes that an address tried a code that does not exist. */
    public void missed(String address) {
        boolean unused = requests.take(NetworkAddress.group(address));
    }
}
