/** Verification of the data of a running suite. */
@NullMarked
package org.mandateatlas.local.verification;

import org.jspecify.annotations.NullMarked;
