/** The local default: the whole suite as processes of one machine, started, watched and stopped together. */
@NullMarked
package org.mandateatlas.local;

import org.jspecify.annotations.NullMarked;
