/** What every collection does the same way over HTTP. */
@NullMarked
package org.mandateatlas.chassis.http;

import org.jspecify.annotations.NullMarked;
