using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Fuzzing;

/// <summary>A part of the product that is given hostile input, with the properties that hold whatever it is given. Targets have no state.</summary>
internal interface IFuzzTarget
{
    /// <summary>What <c>--target</c> calls it; also the folder of its kept inputs.</summary>
    string Name { get; }

    /// <summary>Whether each input is one file.</summary>
    bool IsOfOneFile { get; }

    /// <summary>What is mutated: real inputs, with paths that the target reads as it shall.</summary>
    IEnumerable<FuzzInput> Seeds(SeedPool pool);

    /// <summary>Gives it to the product, and checks every property.</summary>
    /// <exception cref="OracleException">A property does not hold.</exception>
    void Check(FuzzInput input, CancellationToken cancellationToken);
}
