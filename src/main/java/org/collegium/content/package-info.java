/** Content-addressed files, and lesson text and notebooks rendered to safe HTML; any module may call it. */
@ApplicationModule(displayName = "Content")
@NullMarked
package org.collegium.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
