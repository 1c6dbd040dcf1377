using Saima.Kernel.Refusals;

namespace Saima.Projects.Sendings;

/// <summary>Every way in which what a device sends is not taken in, beside what is wrong with the report or the photo itself.</summary>
internal static class SendingRefusals
{
    public static Refusal OtherContent { get; } = new(
        "KEY_REUSED", new("这份已经收到过，内容与这次不同，这次的没有写入。", "This was received before with other content; what came now was not written."), new("打开表看收到的是什么；要改的重新填。", "Open the sheet and see what was received; fill in again what is to change."));

    public static Refusal Unreadable { get; } = new(
        "SENDING_UNREADABLE", new("收到的内容不完整，没有写入。", "What came was not whole; nothing was written."), new("重新打开填报表，改好再提交。", "Open the sheet again, mend it and submit."));

    public static Refusal OtherPerson { get; } = new(
        "OTHER_PERSON", new("这份是另一个人填的，没有写入。", "Somebody else filled this in; nothing was written."), new("由填报的人登录后发送。", "Whoever filled it in signs in and sends it."));
}
