package org.collegium.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down who tries codes that do not exist: 20 at once, then one every six seconds, for each network address. Codes
 * that exist cost nothing, so that a whole class behind one address may verify what it holds.
 */
@Component
public class VerifyThrottle {

    private static final int AT_ONCE = 20;
    private static final Duration REFILL = Duration.ofMinutes(2);
    private static final int REMEMBERED = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(REFILL.multipliedBy(2))
            .build();

    /** How long an address has to wait before it may ask again; empty when it may ask now. */
    public Optional<Duration> waiting(String address) {
        Bucket bucket = bucket(address);
        return bucket.getAvailableTokens() > 0
                ? Optional.empty()
                : Optional.of(
                        Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                                .plusSeconds(1));
    }

    /** Notes that an address tried a code that does not exist. */
    public void missed(String address) {
        bucket(address).tryConsume(1);
    }

    private Bucket bucket(String address) {
        return buckets.get(
                address,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(AT_ONCE, REFILL))
                        .build());
    }
}
