package org.collegium.assessment.exchange;

/**
 * How much was carried over.
 *
 * @param found items, whatever they are
 * @param whole carried with all they had
 * @param withLoss carried, but for something that the report names
 * @param leftOut not carried; the report says why of each
 */
public record ExchangeCounts(int found, int whole, int withLoss, int leftOut) {

    /** How many were carried over. */
    public int carried() {
        return whole + withLoss;
    }
}
