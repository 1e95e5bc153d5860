/** Methods and descriptions that all endpoints share. */
@NullMarked
package org.mandateatlas.subscriptions.http;

import org.jspecify.annotations.NullMarked;
