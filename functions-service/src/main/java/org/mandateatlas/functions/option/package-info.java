/** Policy options: how governance could be arranged, as operations, and what became of the idea. */
@NullMarked
package org.mandateatlas.functions.option;

import org.jspecify.annotations.NullMarked;
