package org.collegium.content.markdown;

import org.commonmark.node.CustomBlock;

/** The argument of a directive, read as inline Markdown; always the first child of its directive. */
public final class DirectiveTitle extends CustomBlock {}
