/** Export and import of a whole registry. */
@NullMarked
package org.mandateatlas.local.transfer;

import org.jspecify.annotations.NullMarked;
