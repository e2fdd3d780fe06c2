package org.mentorprep.platform;

import java.net.URI;
import java.net.UnknownHostException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks of a registered LMS what its registration asked of it. Java keeps what a name led
 * to for half a minute, so that the call that follows goes where this looked. Whom the
 * operator typed in may live on site.
 */
@Component
class RegisteredAddresses implements LmsAddresses {

	private final PublicAddresses addresses;

	private final JdbcClient jdbc;

	RegisteredAddresses(LmsAddress address, JdbcClient jdbc) {
		this.addresses = address.addresses();
		this.jdbc = jdbc;
	}

	@Override
	public boolean mayBeCalled(PlatformId platform, URI address) {
		try {
			this.addresses.resolve(address.getHost());
			return true;
		}
		catch (PublicAddresses.NotPublic ex) {
			return !registeredItself(platform);
		}
		catch (UnknownHostException ex) {
			// The call itself finds that out, and says so.
			return true;
		}
	}

	private boolean registeredItself(PlatformId platform) {
		return this.jdbc.sql("SELECT origin FROM platform WHERE id = ?")
			.param(platform.value())
			.query(String.class)
			.optional()
			.filter((origin) -> !origin.equals(Platform.Origin.DYNAMIC.code()))
			.isEmpty();
	}

}
