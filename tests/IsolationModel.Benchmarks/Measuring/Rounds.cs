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
    public static IReadOnlyList<Sample> Run(int count, IReadOnlyList<(string Name, Func<double> Measure)> subjects)
    {
        var values = subjects.Select(_ => new double[count]).ToArray();
        for (var round = 0; round < count; round++)
        {
            for (var i = 0; i < subjects.Count; i++)
            {
                var subject = (i + round) % subjects.Count;
                values[subject][round] = subjects[subject].Measure();
            }
        }

        return subjects.Select((subject, i) => new Sample(subject.Name, values[i])).ToList();
    }
}
