/** The web application for people: its page, scripts and styles, and the routes that serve them. */
@NullMarked
package org.mandateatlas.explorer;

import org.jspecify.annotations.NullMarked;
