namespace IsolationModel.Benchmarks.Measuring;

/// <summary>
/// Measures several things side by side: each round takes each of them once, and each round starts with another one. What disturbs the machine for a
/// while disturbs all of them, and ratios stay right.
/// </summary>
internal static class Rounds
{
    /// <summary>Measures.</summary>
    /// <param name="count">How many rounds.</param>
    /// <param name="subjects">The name of each subject, and what measures it once.</param>
    /// <param name="most">Once the values of a subject sum up to this, further rounds leave it out: who takes minutes is not measured for hours.</param>
    public static IReadOnlyList<Sample> Run(int count, IReadOnlyList<(string Name, Func<double> Measure)> subjects, double most = double.PositiveInfinity)
    {
        var values = subjects.Select(_ => new List<double>(count)).ToArray();
        for (var round = 0; round < count; round++)
        {
            for (var i = 0; i < subjects.Count; i++)
            {
                var subject = (i + round) % subjects.Count;
                if (values[subject].Sum() < most)
                {
                    values[subject].Add(subjects[subject].Measure());
                }
            }
        }

        return subjects.Select((subject, i) => new Sample(subject.Name, values[i])).ToList();
    }
}
