/** Reads courses of Open edX (OLX). */
@NullMarked
package org.collegium.courses.imports.olx;

import org.jspecify.annotations.NullMarked;
