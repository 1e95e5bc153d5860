/** The journals of the clients of a torture test. */
@NullMarked
package org.mandateatlas.torture.journal;

import org.jspecify.annotations.NullMarked;
