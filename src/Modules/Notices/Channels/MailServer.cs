using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Channels;

/// <summary>The server that takes the platform's mail, of <c>SAIMA_SMTP_…</c> and of nothing else.</summary>
public sealed record MailServer
{
    private const string Prefix = "SAIMA_SMTP_";
    private const int Submission = 587;
    private const int ImplicitTls = 465;

    public string Host { get; private init; } = "";

    public int Port { get; private init; }

    public SecureSocketOptions Security { get; private init; }

    public string? User { get; private init; }

    public string? Secret { get; private init; }

    public MailboxAddress? From { get; private init; }

    /// <summary>Certificate of an authority of the district's own that is trusted besides.</summary>
    public X509Certificate2? Authority { get; private init; }

    /// <summary>Why there is none although something was set.</summary>
    public Phrase? Fault { get; private init; }

    /// <summary>Whether mail can be sent.</summary>
    public bool On => From is not null;

    public static MailServer Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? Set(string name) => configuration[Prefix + name]?.Trim() is { Length: > 0 } value ? value : null;
        if (Set("HOST") is not { } host)
        {
            return Set("FROM") is null && Set("USER") is null ? new() : Faulty("没有填主机", "the host is missing", "HOST");
        }

        SecureSocketOptions? security = Set("SECURITY") switch { null or "starttls" => SecureSocketOptions.StartTls, "tls" => SecureSocketOptions.SslOnConnect, "none" => SecureSocketOptions.None, _ => null };
        var port = security == SecureSocketOptions.SslOnConnect ? ImplicitTls : Submission;
        X509Certificate2? authority = null;
        try
        {
            authority = Set("CA") is { } file ? X509CertificateLoader.LoadCertificateFromFile(file) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Faulty("证书文件读不了", "the certificate cannot be read", "CA");
        }

        return security is null ? Faulty("只能是 starttls、tls 或 none", "it is one of starttls, tls and none", "SECURITY")
            : Set("PORT") is { } typed && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > ushort.MaxValue) ? Faulty("不是端口号", "it is no port", "PORT")
            : !MailboxAddress.TryParse(Set("FROM") ?? "", out var from) || !from.Address.Contains('@', StringComparison.Ordinal) ? Faulty("没有填发件地址，或不是邮箱", "the sender is missing or is no address", "FROM")
            : (Set("USER") is null) != (Set("SECRET") is null) ? Faulty("用户和密码要一起填", "user and secret belong together", "USER")
            : security == SecureSocketOptions.None && Set("USER") is not null ? Faulty("不在没有加密的线路上发密码", "no secret is sent over an open line", "SECURITY")
            : configuration["SAIMA_ADDRESS"] is not { Length: > 0 } ? Faulty("还要设 SAIMA_ADDRESS，邮件里的链接才知道指向哪里", "SAIMA_ADDRESS is needed too, for the links in a mail", "HOST")
            : new() { Host = host, Port = port, Security = security.Value, User = Set("USER"), Secret = Set("SECRET"), From = from, Authority = authority };
    }

    /// <summary>Whether the server is who it says: by the authorities of this computer, or by the district's own.</summary>
    public bool Trusts(X509Certificate? certificate, X509Chain? chain, System.Net.Security.SslPolicyErrors errors)
    {
        if (errors == System.Net.Security.SslPolicyErrors.None)
        {
            return true;
        }

        if (Authority is null || errors != System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors || certificate is null)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(Authority);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ExtraStore.AddRange(chain?.ChainPolicy.ExtraStore ?? []);
        return own.Build(new X509Certificate2(certificate));
    }

    private static MailServer Faulty(string zh, string en, string name) =>
        new() { Fault = new($"邮件没有开启，{Prefix}{name}：{zh}。", $"Mail is off, {Prefix}{name}: {en}.") };
}
