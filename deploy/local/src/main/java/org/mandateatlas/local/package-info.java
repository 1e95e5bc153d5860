/** The launcher: starts, supervises and stops the suite as processes on one machine. */
@NullMarked
package org.mandateatlas.local;

import org.jspecify.annotations.NullMarked;
