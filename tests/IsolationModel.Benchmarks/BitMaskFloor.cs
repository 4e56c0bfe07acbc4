using System.Numerics;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Benchmarks;

/// <summary>The floor: a mask for each condition and an array for each grade, written for this one decision, for at most 64 technologies that all are shown or not.</summary>
internal sealed class BitMaskFloor
{
    private readonly ulong[] _masks;
    private readonly int[] _loss;
    private readonly int[] _startup;
    private readonly int[] _memory;
    private readonly int[] _boundary;

    public BitMaskFloor(ModelDefinition model, IReadOnlyList<DeclaredNeed> needs)
    {
        var candidates = Candidate.All(model);
        _masks = needs.SelectMany(need => need.Constraints).Select(constraint => MaskOf(model, constraint)).ToArray();
        _loss = Array.ConvertAll(candidates, candidate => candidate.LossGrade);
        _startup = Array.ConvertAll(candidates, candidate => candidate.StartupGrade);
        _memory = Array.ConvertAll(candidates, candidate => candidate.MemoryGrade);
        _boundary = Array.ConvertAll(candidates, candidate => candidate.Boundary);
    }

    /// <summary>The filter alone.</summary>
    public ulong Filter()
    {
        var passing = ulong.MaxValue;
        foreach (var mask in _masks)
        {
            passing &= mask;
        }

        return passing;
    }

    /// <summary>The row of the best one, or -1.</summary>
    public int Best()
    {
        var best = -1;
        var bestMerit = long.MaxValue;
        for (var left = Filter(); left != 0; left &= left - 1)
        {
            var row = BitOperations.TrailingZeroCount(left);
            var (loss, startup, memory) = (_loss[row], _startup[row], _memory[row]);
            long shortfall = (3 * Math.Max(0, 3 - loss)) + (3 * Math.Max(0, 3 - startup)) + (2 * Math.Max(0, 2 - memory));
            long surplus = (3 * loss) + (3 * startup) + (3 * memory);
            var merit = (shortfall << 32) - (surplus << 16) - _boundary[row];
            if (merit < bestMerit)
            {
                (best, bestMerit) = (row, merit);
            }
        }

        return best;
    }

    private static ulong MaskOf(ModelDefinition model, Constraint constraint)
    {
        var mask = 0UL;
        for (var row = 0; row < model.Technologies.Count; row++)
        {
            var outcome = constraint.Against(id => model.Technologies[row].Find(id)?.Value);
            mask |= outcome == Outcome.Meets ? 1UL << row : 0;
        }

        return mask;
    }
}
