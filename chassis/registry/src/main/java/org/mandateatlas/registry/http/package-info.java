/** What every collection does the same way over HTTP. */
@NullMarked
package org.mandateatlas.registry.http;

import org.jspecify.annotations.NullMarked;
