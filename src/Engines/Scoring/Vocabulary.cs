namespace Saima.Engines.Scoring;

/// <summary>Class of a project in the annual plan, in the codes of the data package.</summary>
public enum ProjectClass : byte
{
    /// <summary>新开工 <c>new</c>.</summary>
    New,

    /// <summary>续建 <c>continuing</c>.</summary>
    Continuing,

    /// <summary>竣工 <c>completing</c>.</summary>
    Completing,

    /// <summary>预备 <c>preparatory</c>.</summary>
    Preparatory,
}

/// <summary>Class of a responsible unit; units are only ever ranked inside their class, and listed in this order.</summary>
public enum UnitClass : byte
{
    /// <summary>平台 <c>platform</c>.</summary>
    Platform,

    /// <summary>街道 <c>subdistrict</c>.</summary>
    Subdistrict,

    /// <summary>镇 <c>town</c>.</summary>
    Town,

    /// <summary>乡 <c>township</c>.</summary>
    Township,

    /// <summary>部门 <c>department</c>.</summary>
    Department,
}

/// <summary>The result a project is aired with.</summary>
public enum Flag : byte
{
    /// <summary>正常 <c>none</c>.</summary>
    None,

    /// <summary>红旗 <c>red</c>, the honour: meets the plan.</summary>
    Red,

    /// <summary>黄旗 <c>yellow</c>.</summary>
    Yellow,

    /// <summary>蜗牛 <c>snail</c>.</summary>
    Snail,

    /// <summary>免评 <c>exempt</c>: no score and no rank.</summary>
    Exempt,
}
