using System.Globalization;

namespace IsolationModel.Evaluation;

/// <summary>How a technology does against one wish, in grades from 3 (best) to 0 (worse than all bands, or unknown).</summary>
/// <param name="AttributeId">The attribute.</param>
/// <param name="Target">The wanted grade.</param>
/// <param name="Weight">How much a missing grade counts.</param>
/// <param name="Grade">The grade of the typical value.</param>
/// <param name="WorstGrade">The grade of the bad end of the documented range.</param>
/// <param name="BestGrade">The grade of the good end of the documented range.</param>
public sealed record GoalScore(string AttributeId, int Target, int Weight, int Grade, int WorstGrade, int BestGrade)
{
    /// <summary>The weighted missing grades.</summary>
    public int Shortfall => ShortfallAt(Grade);

    /// <summary>The weighted grades.</summary>
    public int Surplus => Weight * Grade;

    /// <summary>The sum's term as it is computed by hand: <c>3*max(0,3-2)</c>.</summary>
    public string Arithmetic => string.Format(CultureInfo.InvariantCulture, "{0}*max(0,{1}-{2})", Weight, Target, Grade);

    /// <summary>The weighted missing grades if the grade were another.</summary>
    internal int ShortfallAt(int grade) => Weight * Math.Max(0, Target - grade);
}
