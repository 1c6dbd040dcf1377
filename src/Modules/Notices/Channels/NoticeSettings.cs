using Saima.Modules.Notices.Reminders;

namespace Saima.Modules.Notices.Channels;

/// <summary>通知方式: which stages somebody is sent, where and when. Who has kept none is sent all outside the usual quiet hours.</summary>
public sealed class NoticeSettings
{
    /// <summary>Stages as bits, all of them.</summary>
    public const int AllStages = 7;

    /// <summary>Stable id.</summary>
    public required string Person { get; set; }

    /// <summary>Bit n for the nth stage.</summary>
    public int MailStages { get; set; } = AllStages;

    public int RobotStages { get; set; } = AllStages;

    /// <summary>Minute of the day.</summary>
    public int QuietFrom { get; set; } = QuietHours.Usual.From;

    public int QuietTo { get; set; } = QuietHours.Usual.To;

    public bool WorkingDaysOnly { get; set; }

    /// <summary>In which messages are written.</summary>
    public string Language { get; set; } = "zh-Hans";

    /// <summary>Number of the last change.</summary>
    public int Revision { get; set; }

    public QuietHours Quiet => new(QuietFrom, QuietTo, WorkingDaysOnly);

    public static bool Has(int stages, Stage stage) => (stages & (1 << (int)stage)) != 0;
}
