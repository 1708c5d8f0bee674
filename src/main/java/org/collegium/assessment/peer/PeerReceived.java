package org.collegium.assessment.peer;

import java.io.Serializable;

/**
 * A review of an answer, for whoever teaches.
 *
 * @param reviewer their name; empty when their account is gone
 * @param share of the points that it gives
 * @param weight with which it counts
 */
public record PeerReceived(String reviewer, PeerReviewData said, double share, double weight, boolean self)
        implements Serializable {}
