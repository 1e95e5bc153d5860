/** Arguments with their citations. */
@NullMarked
package org.mandateatlas.functions.argument;

import org.jspecify.annotations.NullMarked;
