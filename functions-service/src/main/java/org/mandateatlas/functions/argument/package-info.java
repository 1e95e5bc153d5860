/** What speaks for or against something, and who says so. */
@NullMarked
package org.mandateatlas.functions.argument;

import org.jspecify.annotations.NullMarked;
