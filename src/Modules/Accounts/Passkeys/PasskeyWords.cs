using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>What is said about passkeys.</summary>
public static class PasskeyWords
{
    public static Phrase Passkeys { get; } = new("通行密钥", "Passkeys");

    public static Phrase Help { get; } = new("用这台设备的指纹、面容或 PIN 登录，不用密码，也不再要验证码。钓鱼网站骗不走。", "Sign in with the finger, face or PIN of this device: no password and no code. A forged site cannot take it.");

    public static Phrase SignIn { get; } = new("用通行密钥登录", "Sign in with a passkey");

    public static Phrase SignInHelp { get; } = new("在“我的账号”里添加过通行密钥的，可以不输密码。", "Whoever added a passkey under “My account” needs no password.");

    public static Phrase None { get; } = new("还没有通行密钥。", "No passkeys yet.");

    public static Phrase Name { get; } = new("名称", "Name");

    public static Phrase NameHint { get; } = new("自己认得出的，例如“单位电脑”", "one you will recognise, such as “office computer”");

    public static Phrase PasswordHint { get; } = new("登录超过十分钟了，再输入一次密码", "you signed in more than ten minutes ago: your password once more");

    public static Phrase Add { get; } = new("添加通行密钥", "Add a passkey");

    public static Phrase Confirm(string name) => new($"五分钟内在设备上确认，“{name}”就添加了。", $"Confirm on the device within five minutes and “{name}” is added.");

    public static Phrase ConfirmButton { get; } = new("在设备上确认", "Confirm on the device");

    public static Phrase Cancel { get; } = new("不添加了", "Do not add it");

    public static Phrase NeedsScript { get; } = new("通行密钥要浏览器的脚本和设备支持。没有看到按钮，请换一个较新的浏览器。", "Passkeys need scripts and a device that has them. If there is no button here, use a newer browser.");

    public static Phrase Cancelled { get; } = new("没有完成：设备上取消了，或者这台设备没有本平台的通行密钥。", "Not done: it was cancelled on the device, or this device has no passkey of this platform.");

    public static Phrase Known { get; } = new("没有添加：这台设备上已有一把。", "Not added: this device has one already.");

    public static Phrase Failed { get; } = new("没有完成：浏览器或设备不支持，或者网页地址不是平台登记的地址。", "Not done: the browser or device does not support it, or this is not the address the platform is registered under.");

    public static Phrase Added(string name) => new($"已添加通行密钥“{name}”，下次可以用它登录。", $"The passkey “{name}” is added; next time you may sign in with it.");

    public static Phrase Renamed { get; } = new("名称已改。", "The name is changed.");

    public static Phrase Ended { get; } = new("通行密钥已移除，其他设备已退出。在那台设备里也请删掉它。", "The passkey is removed and all other devices are signed out. Please delete it on the device too.");

    public static Phrase EndedByOther { get; } = new("通行密钥已移除，此人在所有设备上退出。", "The passkey is removed and the person is signed out everywhere.");

    public static Phrase AddedOn { get; } = new("添加于", "Added");

    public static Phrase Used { get; } = new("最近使用", "Last used");

    public static Phrase Never { get; } = new("还没有用过", "never");

    public static Phrase Synced { get; } = new("随账户同步到其他设备", "synchronised to other devices");

    public static Phrase Rename { get; } = new("改名", "Rename");

    public static Phrase RenameOf(string name) => new($"“{name}”的新名称", $"New name of “{name}”");

    public static Phrase Remove { get; } = new("移除", "Remove");

    public static Phrase OffHelp { get; } = new(
        "请系统管理员在启动平台前把 SAIMA_ADDRESS 设为大家打开平台用的 https 地址；在运行平台的电脑上也可以从 http://localhost 打开。",
        "Have the system administrator set SAIMA_ADDRESS, before the platform starts, to the https address people open it at; on the computer that runs it http://localhost will do too.");

    public static Phrase BadAddress(string name, string value) => new(
        $"通行密钥没有启用：{name} 是“{value}”，要用带域名的 https 地址。", $"Passkeys are off: {name} is “{value}” and must be an https address with a domain name.");
}
