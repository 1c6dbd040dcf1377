using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Reminders;

/// <summary>What the list of reminders says.</summary>
public static class ReminderWords
{
    public static Phrase Reminders { get; } = new("提醒", "Reminders");

    public static Phrase Help { get; } = new("到期前第三个、第一个工作日和逾期时各提醒一次，办完的不再提醒。", "Three working days and one before the last day, and once it is over; what is done is not reminded of.");

    public static Phrase None { get; } = new("还没有提醒。", "There are no reminders yet.");

    public static Phrase When { get; } = new("提醒时间", "Reminded");

    public static Phrase StageHead { get; } = new("阶段", "Stage");

    public static Phrase State { get; } = new("状态", "State");

    public static Phrase Unread { get; } = new("未读", "not read");

    public static Phrase Read { get; } = new("已读", "read");

    public static Phrase Done { get; } = new("已办", "done");

    public static Phrase MarkRead { get; } = new("全部标为已读", "Mark all as read");

    public static Phrase Marked { get; } = new("提醒已全部标为已读。", "All reminders are marked as read.");

    public static Phrase StageOf(Stage stage) => stage switch
    {
        Stage.ThreeDays => new("提前三个工作日", "three working days before"),
        Stage.OneDay => new("提前一个工作日", "one working day before"),
        _ => NoticeWords.Overdue,
    };
}
