-- CreateTable
CREATE TABLE "staff_appointments" (
    "number" TEXT NOT NULL,
    "staff" TEXT NOT NULL,
    "appointedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_appointments_pkey" PRIMARY KEY ("number")
);

-- By hand from here.
ALTER TABLE "staff_appointments" ADD CONSTRAINT "staff_appointments_staff" CHECK ("staff" IN ('staff', 'admin'));
