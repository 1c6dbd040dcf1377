using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.Providers;

/// <summary>What signing in by the identity provider says.</summary>
public static class ProviderWords
{
    public static Phrase Provider { get; } = new("统一身份认证", "Identity provider");

    public static Phrase SignInBy(Phrase title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new($"用{title.Zh}登录", $"Sign in with: {title.En}");
    }

    public static Phrase Or { get; } = new("已绑定的人员也可以这样登录，不用输入密码。", "People whose account is bound may sign in this way, without the password.");

    public static Phrase Bound { get; } = new("已绑定。可以用它登录，也可以照旧用密码。", "Bound: you may sign in with it, or with your password as before.");

    public static Phrase Unbound { get; } = new("没有绑定。绑定后可以用它登录。绑定的是它给您的编号，不是姓名。", "Not bound. Once bound you may sign in with it. What is bound is the number it gave you, not your name.");

    public static Phrase Issuer { get; } = new("签发方", "Issuer");

    public static Phrase Subject { get; } = new("编号", "Number");

    public static Phrase Bind { get; } = new("绑定", "Bind it");

    public static Phrase Unbind { get; } = new("解除绑定", "Unbind it");

    public static Phrase PasswordHint { get; } = new("再输入一次本平台的密码", "your password of this platform, once more");

    public static Phrase GoOn { get; } = new("密码对。五分钟内到统一身份认证去登录一次，就绑定了。", "The password is right. Sign in there within five minutes and your account is bound.");

    public static Phrase Go(Phrase title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new($"去{title.Zh}", $"Go on to: {title.En}");
    }

    public static Phrase IsBound { get; } = new("已绑定，下次可以用它登录。", "It is bound; next time you may sign in with it.");

    public static Phrase IsUnbound { get; } = new("已解除绑定，其他设备已退出。", "It is unbound; all other devices are signed out.");

    public static Phrase BackToSignIn { get; } = new("回到登录", "Back to the sign-in");

    public static Phrase NotWhole(string missing) => new($"统一身份认证没有启用：缺 {missing}。", $"The identity provider is off: {missing} is missing.");

    public static Phrase NotHttps(string name, string value) => new($"统一身份认证没有启用：{name} 是“{value}”，要用 https 地址。", $"The identity provider is off: {name} is “{value}” and must be an https address.");

    /// <summary>What went wrong on the way there and back.</summary>
    public static Refusal Fault(string? fault) => fault switch
    {
        "unreachable" => new("PROVIDER_UNREACHABLE", new("现在连不上统一身份认证。", "The identity provider cannot be reached now."), new("过一会再试，或用密码登录。", "Try again in a while, or use your password.")),
        "denied" => new("PROVIDER_DENIED", new("您在统一身份认证那边取消了。", "You cancelled at the identity provider."), new("再试一次，或用密码登录。", "Try again, or use your password.")),
        "failed" => new("PROVIDER_FAILED", new("统一身份认证的回答核对不上，没有登录。", "The answer of the identity provider did not stand up to checking; nobody was signed in."), new("再试一次；还不行，请系统管理员看日志。", "Try again; if it stays so, ask the system administrator to look at the log.")),
        _ => new("PROVIDER_SILENT", new("统一身份认证没有回答，或者时间已过。", "The identity provider gave no answer, or too much time has passed."), new("从登录页面重新开始。", "Begin again on the sign-in page.")),
    };
}
