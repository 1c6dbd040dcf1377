using Saima.Kernel.Refusals;

namespace Saima.Projects.Sendings;

/// <summary>What the sheet says of reporting without a network.</summary>
public static class SendingWords
{
    public static Phrase Phone { get; } = new("手机填报", "Reporting by phone");

    public static Phrase PhoneHelp { get; } = new(
        "没有网络也能填：先在有网时打开本单位的表，到现场照样填写、拍照、提交，有网时自动发送，只发一次。", "It works without a network: open your unit's sheet while there is one; on site fill in, take photos and submit as usual. It is sent by itself once there is a network, and only once.");

    public static Phrase Kept { get; } = new("留在这台设备上的表", "Sheets kept on this device");

    public static Phrase NoneKept { get; } = new("还没有。有网时到“月报”打开本单位的表，它就留在这里。", "None yet. While there is a network open your unit's sheet under “Monthly reports” and it stays here.");

    public static Phrase ToReports { get; } = new("打开月报", "Open the monthly reports");

    public static Phrase NeedsScript { get; } = new("这个浏览器不能离线填报。有网时照常在表里填写、提交。", "This browser cannot report without a network. With one, fill in and submit the sheet as usual.");

    public static Phrase KeepOffline { get; } = new("离线填报", "Keep for offline");

    public static Phrase KeptNow { get; } = new("这张表已留在这台设备上，没有网络也能打开、填写、拍照和提交。", "This sheet is kept on this device: it opens, and can be filled in and submitted, without a network.");

    public static Phrase NotKept { get; } = new("这张表没能留在这台设备上：没有网络，或者存储空间不够。", "This sheet could not be kept on this device: there is no network, or no room.");

    public static Phrase Queue { get; } = new("待发送", "To be sent");

    public static Phrase QueueEmpty { get; } = new("没有待发送的。", "Nothing is waiting.");

    public static Phrase Offline { get; } = new("没有网络。填好照常提交，先存在这台设备上，有网时自动发送。", "No network. Fill in and submit as usual: it is kept on this device and sent by itself once there is a network.");

    public static Phrase Failing { get; } = new("现在连不上服务器，稍后自动再发。", "The server cannot be reached now; it is tried again by itself.");

    public static Phrase SignInAgain { get; } = new("登录已过期。这些内容还在，登录后继续发送。", "You are signed out. All of it is still here and is sent once you sign in.");

    public static Phrase SignIn { get; } = new("登录后发送", "Sign in to send");

    public static Phrase NoDuty { get; } = new("您现在没有填报的职责，这些内容没有发送，还在这台设备上。", "You hold no duty to report now; none of this is sent, and it is still on this device.");

    public static Phrase SendNow { get; } = new("现在发送", "Send now");

    public static Phrase State(string state) => state switch
    {
        "waiting" => new("等待发送", "waiting"),
        "sending" => new("正在发送", "sending"),
        "sent" => new("已发送", "sent"),
        "refused" => new("没有收", "refused"),
        _ => new("要您决定", "for you to decide"),
    };

    public static IReadOnlyList<string> States { get; } = ["waiting", "sending", "sent", "refused", "conflict"];

    public static Phrase Edit { get; } = new("修改", "Edit");

    public static Phrase Retry { get; } = new("再发一次", "Send again");

    public static Phrase Discard { get; } = new("丢弃", "Discard");

    public static Phrase SureToDiscard { get; } = new("丢弃以后找不回来。仍要丢弃？", "What is discarded cannot be had back. Discard it?");

    public static Phrase Clear { get; } = new("清除", "Clear");

    public static Phrase Photos { get; } = new("张照片", "photos");

    public static Phrase PhotoRefused { get; } = new("照片没有收：", "Photo refused: ");

    public static Phrase MovedHelp { get; } = new("您填写以后，这份月报已经变动，没有覆盖它。看过两边再定：", "The report moved on after you filled this in; nothing was overwritten. Look at both, then decide:");

    public static Phrase Field { get; } = new("填报项", "Field");

    public static Phrase Theirs { get; } = new("现在的", "As it stands");

    public static Phrase Mine { get; } = new("我填的", "As I filled it in");

    public static Phrase TakeMine { get; } = new("用我填的提交", "Submit mine");

    public static Phrase TakeTheirs { get; } = new("留现在的", "Leave it as it stands");

    public static Phrase BeingChecked { get; } = new("它正在审核或已采用，现在不能再提交；退回以后可以。", "It is being checked or accepted and cannot be submitted now; it can once it is returned.");

    public static Phrase AddPhotos { get; } = new("拍照或选照片", "Take or choose photos");

    public static Phrase RemovePhoto { get; } = new("去掉这张照片", "Remove this photo");

    public static Phrase RowQueued { get; } = new("这个项目有一份还没发送，要改到这里：", "A report of this project is not sent yet; change it here:");

    public static Phrase NothingTyped { get; } = new("没有要提交的：还没有改动。", "Nothing to submit: nothing was changed.");

    public static Phrase NoRoom { get; } = new("这台设备的存储空间不够，没有存下。先发送或清除一些。", "There is no room on this device; it was not kept. Send or clear something first.");
}
