namespace Saima.Kernel.Money;

/// <summary>The units in which the district and its English readers speak of money.</summary>
public enum MoneyUnit
{
    /// <summary>元.</summary>
    Yuan,

    /// <summary>千元.</summary>
    ThousandYuan,

    /// <summary>万元.</summary>
    TenThousandYuan,

    /// <summary>百万元; what English says million.</summary>
    MillionYuan,

    /// <summary>亿元.</summary>
    HundredMillionYuan,

    /// <summary>十亿元; what English says billion.</summary>
    BillionYuan,
}
