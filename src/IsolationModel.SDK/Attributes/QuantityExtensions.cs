using System.Diagnostics.CodeAnalysis;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>Quantities from numbers, where the language has extension properties (C# 14): <c>125.Milliseconds</c>. <see cref="Quantities"/> serves all others.</summary>
[SuppressMessage("Design", "CA1034", Justification = "Extension blocks are no types that anybody names")]
[SuppressMessage("Naming", "CA1708", Justification = "Extension blocks have no names")]
public static class QuantityExtensions
{
    /// <param name="amount">How many.</param>
    extension(int amount)
    {
        /// <summary>Microseconds.</summary>
        public Quantity Microseconds => Quantities.Microseconds(amount);

        /// <summary>Milliseconds.</summary>
        public Quantity Milliseconds => Quantities.Milliseconds(amount);

        /// <summary>Seconds.</summary>
        public Quantity Seconds => Quantities.Seconds(amount);

        /// <summary>Minutes.</summary>
        public Quantity Minutes => Quantities.Minutes(amount);

        /// <summary>Hours.</summary>
        public Quantity Hours => Quantities.Hours(amount);

        /// <summary>Megabytes of 1,000,000 bytes.</summary>
        public Quantity Megabytes => Quantities.Megabytes(amount);

        /// <summary>Mebibytes of 1,048,576 bytes.</summary>
        public Quantity Mebibytes => Quantities.Mebibytes(amount);

        /// <summary>Gigabytes of 1,000,000,000 bytes.</summary>
        public Quantity Gigabytes => Quantities.Gigabytes(amount);

        /// <summary>Gibibytes of 1,073,741,824 bytes.</summary>
        public Quantity Gibibytes => Quantities.Gibibytes(amount);

        /// <summary>Hundredths.</summary>
        public Quantity Percent => Quantities.Percent(amount);
    }

    /// <param name="amount">How many.</param>
    extension(decimal amount)
    {
        /// <summary>Microseconds.</summary>
        public Quantity Microseconds => Quantities.Microseconds(amount);

        /// <summary>Milliseconds.</summary>
        public Quantity Milliseconds => Quantities.Milliseconds(amount);

        /// <summary>Seconds.</summary>
        public Quantity Seconds => Quantities.Seconds(amount);

        /// <summary>Minutes.</summary>
        public Quantity Minutes => Quantities.Minutes(amount);

        /// <summary>Hours.</summary>
        public Quantity Hours => Quantities.Hours(amount);

        /// <summary>Megabytes of 1,000,000 bytes.</summary>
        public Quantity Megabytes => Quantities.Megabytes(amount);

        /// <summary>Mebibytes of 1,048,576 bytes.</summary>
        public Quantity Mebibytes => Quantities.Mebibytes(amount);

        /// <summary>Gigabytes of 1,000,000,000 bytes.</summary>
        public Quantity Gigabytes => Quantities.Gigabytes(amount);

        /// <summary>Gibibytes of 1,073,741,824 bytes.</summary>
        public Quantity Gibibytes => Quantities.Gibibytes(amount);

        /// <summary>Hundredths.</summary>
        public Quantity Percent => Quantities.Percent(amount);
    }
}
