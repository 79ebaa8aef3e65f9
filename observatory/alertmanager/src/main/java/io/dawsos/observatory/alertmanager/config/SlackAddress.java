package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.Secret;
import io.dawsos.observatory.config.SecretSource;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a message to Slack goes, and with which token: the receiver's own settings, else the global ones. */
record SlackAddress(SecretSource url, @Nullable SecretSource appToken) {

    /** An address that is none, as one that may be. */
    static SecretSource secret(URI address) {
        return new SecretSource.Inline(new Secret(address.toString()));
    }

    static SlackAddress read(Section section, GlobalConfig global) {
        SecretSource ownUrl = section.secretUrl("api_url");
        SecretSource ownToken = section.secret("app_token");
        URI appUrl = section.url("app_url", global.slack().appUrl());
        section.exclusive("api_url", ownUrl != null, "app_token", ownToken != null);
        checkUpdate(section, ownUrl, ownToken, global);
        boolean authorized = section.hasAuthorization();
        SecretSource token = ownToken;
        if (token == null && !authorized && ownUrl == null) {
            token = global.slack().appToken();
        }
        if (token != null) {
            if (authorized) {
                throw section.problem("wanted one of http_config.authorization and app_token, got both");
            }
            return new SlackAddress(secret(appUrl), token);
        }
        SecretSource url = ownUrl == null ? global.slack().url() : ownUrl;
        if (url == null) {
            throw section.problem(
                    "api_url is missing; write api_url, api_url_file or app_token here, or global.slack_api_url");
        }
        return new SlackAddress(url, null);
    }

    /** A web hook cannot change what it has said. */
    private static void checkUpdate(
            Section section, @Nullable SecretSource ownUrl, @Nullable SecretSource ownToken, GlobalConfig global) {
        if (!section.flag("update_message", false)) {
            return;
        }
        SecretSource url = ownUrl == null ? global.slack().url() : ownUrl;
        boolean token = ownToken != null || (ownUrl == null && global.slack().appToken() != null);
        if (!token && !secret(SlackConfig.POST_MESSAGE).equals(url)) {
            throw section.problem("update_message needs the token of a bot or an app; set app_token, or api_url to "
                    + SlackConfig.POST_MESSAGE + " and http_config.authorization");
        }
    }
}
