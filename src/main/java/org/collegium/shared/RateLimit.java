package org.collegium.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;

/**
 * So many requests of each at once, and as many again over a time, on each node by itself.
 *
 * @param <K> of whom requests are counted
 */
public final class RateLimit<K> {

    private final int atOnce;
    private final Duration refill;
    private final Cache<K, Bucket> buckets;

    /**
     * @param refill the time over which all that was used comes back
     * @param remembered how many are told apart; of more, those who have asked for nothing the longest begin anew
     */
    public RateLimit(int atOnce, Duration refill, int remembered) {
        this.atOnce = atOnce;
        this.refill = refill;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(refill.multipliedBy(2))
                .build();
    }

    /** Counts a request; false when it is one too many. */
    public boolean take(K who) {
        return bucket(who).tryConsume(1);
    }

    /** Counts a request no more that was counted. */
    public void giveBack(K who) {
        bucket(who).addTokens(1);
    }

    /** How long there is to wait until the next request, and a second; empty when there is nothing to wait for. */
    public Optional<Duration> waiting(K who) {
        Bucket bucket = bucket(who);
        return bucket.getAvailableTokens() > 0
                ? Optional.empty()
                : Optional.of(
                        Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                                .plusSeconds(1));
    }

    private Bucket bucket(K who) {
        return buckets.get(
                who,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(atOnce, refill))
                        .build());
    }
}
