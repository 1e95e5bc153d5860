/** Policy options: proposed reforms as operations, and their outcomes. */
@NullMarked
package org.mandateatlas.functions.option;

import org.jspecify.annotations.NullMarked;
