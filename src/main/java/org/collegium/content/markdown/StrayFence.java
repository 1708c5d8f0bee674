package org.collegium.content.markdown;

import org.commonmark.node.CustomBlock;

/** A line of colons that closes nothing. */
public final class StrayFence extends CustomBlock {}
