/** All text shown to people, by key, for Vaadin views and Thymeleaf pages alike. */
@NullMarked
package org.collegium.shared.messages;

import org.jspecify.annotations.NullMarked;
