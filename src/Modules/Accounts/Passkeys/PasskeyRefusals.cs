using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>Every way a passkey is refused.</summary>
internal static class PasskeyRefusals
{
    public static Refusal Unknown { get; } = new("PASSKEY_UNKNOWN", new("这把通行密钥不能登录：没有登记过、已移除，或者核对不上。", "This passkey cannot sign in: it is not registered, was removed, or did not stand up to checking."), new("用密码登录，再到“我的账号”里添加；移除过的，在设备里一并删掉。", "Sign in with your password and add one under “My account”; delete a removed one on the device too."));

    public static Refusal Copied { get; } = new("PASSKEY_COPIED", new("没有登录：这把通行密钥的使用次数比上次还少，可能被复制过。已记入台账。", "Not signed in: this passkey counted fewer uses than last time and may have been copied. It is in the ledger."), new("用密码登录，移除它另加一把，并告诉安全管理员。", "Sign in with your password, remove it, add another, and tell the security administrator."));

    public static Refusal Over { get; } = new("PASSKEY_OVER", new("时间已过，或者这次回答已经用过。", "The time is over, or this answer was used already."), new("再点一次按钮，五分钟内在设备上确认。", "Press the button again and confirm on the device within five minutes."));

    public static Refusal NotMade { get; } = new("PASSKEY_NOT_MADE", new("没有添加：设备给的通行密钥核对不上，或者已经登记过。", "Not added: what the device made did not stand up to checking, or it is registered already."), new("再试一次；还不行，换一台设备。", "Try again; if it stays so, use another device."));

    public static Refusal Off { get; } = new("PASSKEY_OFF", new("这个地址上不能用通行密钥。", "Passkeys do not work at this address."), PasskeyWords.OffHelp);

    public static Refusal Demo { get; } = new("PASSKEY_DEMO", new("示例账号人人可用，不能添加通行密钥。", "A demo account is everybody's and has no passkeys."), new("为真正的使用者另设账号。", "Make an account for the person who is to use it."));

    public static Refusal FirstPassword { get; } = new("FIRST_PASSWORD", new("您的密码还是别人设的，没有添加。", "Your password was chosen by somebody else; nothing was added."), new("先改成只有自己知道的密码。", "Change it to one that only you know first."));

    public static Refusal Missing { get; } = new("NO_SUCH_PASSKEY", new("没有这把通行密钥，或者已经移除。", "There is no such passkey, or it is removed already."), new("刷新页面再看。", "Load the page again."));

    public static Refusal Full(int most) => new("PASSKEYS_FULL", new($"已有 {most} 把通行密钥，没有添加。", $"There are {most} passkeys already; nothing was added."), new("先移除不用的。", "Remove one that is not used first."));
}
